using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Data.Seed.Demo;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;

namespace PublicDisclosure.Benchmarks;

/// <summary>
/// Verb <c>media</c>: takes a large film in as an upload does, publishes it, and lets many readers stream it at the same time. What
/// counts is how much memory the process takes beyond what it had, the readers' own buffers included.
/// </summary>
internal static class MediaFigures
{
    private const int Buffer = 16 * 1024;
    private const double MostExtra = 50;

    public static async Task<int> RunAsync(string folder, int megabytes, int readers)
    {
        await using var site = new BenchmarkSite(folder, "Development", withJobs: false);
        var desk = await PublishingDesk.OpenAsync(site);
        // One of everything first, so that what is loaded once is not taken for what grows.
        await StreamAsync(site, await PublishAsync(site, desk, 4), 2);
        var table = new Table();
        var before = Settled();

        string address = "";
        var intake = await GrowthAsync(before, async () => address = await PublishAsync(site, desk, megabytes));
        table.Add($"taking in and publishing a film of {megabytes} MB: extra memory, MB", MostExtra, [intake]);

        before = Settled();
        var watch = Stopwatch.StartNew();
        long read = 0;
        var streaming = await GrowthAsync(before, async () => read = await StreamAsync(site, address, readers));
        table.Add($"{readers} readers of that film at once: extra memory, MB", MostExtra, [streaming], $"{read / 1048576.0 / watch.Elapsed.TotalSeconds:N0} MB/s in all");
        Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}; the column of milliseconds holds megabytes here");
        return table.Print();
    }

    private static async Task<string> PublishAsync(BenchmarkSite site, PublishingDesk desk, int megabytes)
    {
        var id = await desk.DraftAsync(new Random(megabytes + Environment.TickCount));
        await using var film = new LongFilm(megabytes * 1024L * 1024);
        var received = await site.UseAsync<MediaIntake, OutcomeOf<ReceivedFile>>(i => i.ReceiveAsync($"解读{megabytes}兆.mp4", film, default));
        if (received.Value is not { } file) throw new InvalidOperationException(string.Join("; ", received.Refusals));
        if (!await desk.AttachAsync(id, file) || !await desk.LeadAsync(id) || !await desk.PublishAsync(id)) throw new InvalidOperationException("The film was not published.");
        return await site.UseAsync<DisclosureDb, string>(async db =>
        {
            var address = await db.Disclosures.Where(d => d.Id == id).Select(d => d.Address!).SingleAsync();
            return AttachmentLinks.VersionAddress(address, 1, 1, file.FileName);
        });
    }

    /// <summary>Every reader reads the whole film in pieces, as a player does; tells the bytes read.</summary>
    private static async Task<long> StreamAsync(BenchmarkSite site, string address, int readers)
    {
        using var visitor = site.Visitor();
        var read = await Task.WhenAll(Enumerable.Range(0, readers).Select(async _ =>
        {
            using var answer = await visitor.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
            answer.EnsureSuccessStatusCode();
            await using var content = await answer.Content.ReadAsStreamAsync();
            var piece = new byte[Buffer];
            long all = 0;
            for (int got; (got = await content.ReadAsync(piece)) > 0;) all += got;
            return all;
        }));
        return read.Sum();
    }

    /// <summary>The most that the process took beyond <paramref name="before"/> while the work went on, in megabytes.</summary>
    private static async Task<double> GrowthAsync(long before, Func<Task> work)
    {
        using var stop = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            long most = 0;
            while (!stop.IsCancellationRequested)
            {
                most = Math.Max(most, WorkingSet());
                await Task.Delay(50);
            }

            return most;
        });
        await work();
        await stop.CancelAsync();
        return Math.Max(0, await watching - before) / 1048576.0;
    }

    private static long Settled()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return WorkingSet();
    }

    private static long WorkingSet()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    /// <summary>A film of any length that is nowhere in memory: the small one of the demonstration and free space behind it.</summary>
    private sealed class LongFilm : Stream
    {
        private readonly byte[] _head;
        private readonly long _length;
        private long _at;

        public LongFilm(long length)
        {
            var film = DemoFilm.Make(2, 3);
            var free = checked((int)(length - film.Length));
            _head = [.. film, (byte)(free >> 24), (byte)(free >> 16), (byte)(free >> 8), (byte)free, .. "free"u8];
            _length = length;
        }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => _length;

        public override long Position { get => _at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var give = (int)Math.Min(count, _length - _at);
            for (var i = 0; i < give; i++) buffer[offset + i] = _at + i < _head.Length ? _head[_at + i] : (byte)0;
            _at += give;
            return give;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
