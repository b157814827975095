using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Letters;

/// <summary>Where a letter goes that is not for this column.</summary>
public enum LetterChannelKind
{
    /// <summary>信访 (信访工作条例)</summary>
    Petition,

    /// <summary>依申请公开 (政府信息公开条例第二十七条)</summary>
    InformationRequest,

    /// <summary>监察举报 (监察法第三十五条)</summary>
    Supervision,

    /// <summary>12345政务服务便民热线 (国办发〔2020〕53号)</summary>
    Hotline,
}

/// <summary>Address, phone and basis of a channel, kept by the disclosure office; a direction copies them as of its day.</summary>
public sealed class LetterChannel
{
    public const int NameLength = 60;
    public const int AddressLength = 200;
    public const int PhoneLength = 60;
    public const int BasisLength = 300;

    private LetterChannel()
    {
    }

    public Guid Id { get; private set; }

    public LetterChannelKind Kind { get; private set; }

    /// <summary>Name of the body.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where to go or write; empty while the office has not entered it.</summary>
    public string Address { get; private set; } = "";

    public string Phone { get; private set; } = "";

    /// <summary>The rule by which it belongs there.</summary>
    public string Basis { get; private set; } = "";

    public DateTime ChangedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Revision { get; private set; }

    /// <summary>Somebody who is sent there knows where and how.</summary>
    public bool IsComplete => Name.Length > 0 && Basis.Length > 0 && Phone.Length > 0 && Address.Length > 0;

    public static LetterChannel Create(Guid id, LetterChannelKind kind, LetterChannelText text, DateTime now)
    {
        var channel = new LetterChannel { Id = id, Kind = kind };
        channel.Set(text, now);
        return channel;
    }

    /// <summary>Every reason why the texts cannot be kept.</summary>
    public static IReadOnlyList<Refusal> Check(LetterChannelText text)
    {
        var refusals = new List<Refusal>();
        Field("Name", text.Name, NameLength, isRequired: true);
        Field("Address", text.Address, AddressLength, isRequired: false);
        Field("Phone", text.Phone, PhoneLength, isRequired: false);
        Field("Basis", text.Basis, BasisLength, isRequired: true);
        return refusals;

        void Field(string field, string value, int most, bool isRequired)
        {
            if (isRequired && string.IsNullOrWhiteSpace(value)) refusals.Add(new Refusal("LetterChannel.Missing", field));
            if (value.Trim().Length > most) refusals.Add(new Refusal("LetterChannel.TooLong", field, most));
            if (ChineseText.HasForbiddenCharacters(value)) refusals.Add(new Refusal("Text.ForbiddenCharacters", field));
        }
    }

    /// <summary>Changes them, from now on: former directions keep what they said.</summary>
    public void Change(LetterChannelText text, DateTime now)
    {
        RuleViolationException.ThrowIfAny(Check(text));
        Set(text, now);
        Revision++;
    }

    private void Set(LetterChannelText text, DateTime now) =>
        (Name, Address, Phone, Basis, ChangedAt) = (text.Name.Trim(), text.Address.Trim(), text.Phone.Trim(), text.Basis.Trim(), now);
}

/// <summary>What a channel says.</summary>
public sealed record LetterChannelText(string Name, string Address, string Phone, string Basis);

internal sealed class LetterChannelConfiguration : IEntityTypeConfiguration<LetterChannel>
{
    public void Configure(EntityTypeBuilder<LetterChannel> builder)
    {
        builder.ToTable("LetterChannels");
        builder.Property(c => c.Name).HasMaxLength(LetterChannel.NameLength);
        builder.Property(c => c.Address).HasMaxLength(LetterChannel.AddressLength);
        builder.Property(c => c.Phone).HasMaxLength(LetterChannel.PhoneLength);
        builder.Property(c => c.Basis).HasMaxLength(LetterChannel.BasisLength);
        builder.Property(c => c.Revision).IsConcurrencyToken();
        builder.HasIndex(c => c.Kind).IsUnique();
    }
}
