using BenchmarkDotNet.Attributes;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.WordLists;

namespace PublicDisclosure.Benchmarks;

/// <summary>The parts that every publication goes through.</summary>
[MemoryDiagnoser]
public class MicroBenchmarks
{
    private readonly Disclosure _disclosure = Draft();
    private readonly DisclosureFacts _facts = new() { Today = new DateOnly(2026, 11, 23), OrganisationName = "桂平市民政局", OrganisationHasCode = true, OrganisationIsActive = true };

    private readonly List<WordLine> _lines = [.. WordListSeed.Shipped.Select(e => new WordLine(Guid.NewGuid(), e))];
    private readonly WordMatcher _words = new(WordListSeed.Shipped.Select(e => new WordLine(Guid.NewGuid(), e)));

    private readonly string _notice = Samples.Notice;
    private readonly string _number = "桂平民字【2026】12号";

    [Benchmark]
    public string Markdown() => MarkdownRenderer.Render(_notice).Html;

    [Benchmark]
    public string DocumentNumberRead() => DocumentNumber.Parse(_number).ToString();

    [Benchmark]
    public string IndexNumberWritten() => IndexNumber.Address(_number[..2], _facts.Today.Year, 123);

    /// <summary>The shipped word lists made ready, as for each checklist.</summary>
    [Benchmark]
    public string WordListsPrepared() => new WordMatcher(_lines).Fingerprint;

    /// <summary>A notice looked through by them.</summary>
    [Benchmark]
    public int WordListsLooked() => _words.Find(_notice).Count();

    [Benchmark]
    public int Checklist() => PublicationChecklist.Check(_disclosure, _facts).Findings.Count;

    private static Disclosure Draft()
    {
        var at = new DateTime(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc);
        var text = new DisclosureText { Title = "关于做好社会救助工作的通知", Kind = DocumentKind.Notice, Channels = "Website", Body = Samples.Notice };
        return Disclosure.Create(Guid.CreateVersion7(at), Guid.CreateVersion7(at), text, at, Guid.CreateVersion7(at));
    }
}
