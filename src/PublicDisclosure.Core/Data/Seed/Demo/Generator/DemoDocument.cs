namespace PublicDisclosure.Core.Data.Seed.Demo;

/// <summary>One document of the demo content as written in the files beside: headers, body, attachments, later events.</summary>
internal sealed record DemoDocument(
    IReadOnlyDictionary<string, string> Headers,
    string Body,
    IReadOnlyList<DemoAttachment> Attachments,
    IReadOnlyList<DemoCorrection> Corrections,
    DemoWithdrawal? Withdrawal)
{
    /// <summary>A header, or an empty text.</summary>
    public string this[string header] => Headers.GetValueOrDefault(header, "");
}

/// <summary>A file to be made from a table or a text.</summary>
internal sealed record DemoAttachment(string FileName, string Content);

/// <summary>A later version: its day, 更正 or 更新, the public reason, the new body.</summary>
internal sealed record DemoCorrection(DateOnly On, string Kind, string Reason, string Body);

/// <summary>A later withdrawal: its day, ground and public notice.</summary>
internal sealed record DemoWithdrawal(DateOnly On, string Ground, string Notice);
