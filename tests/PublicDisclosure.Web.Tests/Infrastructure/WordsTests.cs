using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Tests.Infrastructure;

public sealed class WordsTests
{
    [Theory]
    [InlineData(0, "0 字节")]
    [InlineData(820, "820 字节")]
    [InlineData(36_500, "36 KB")]
    [InlineData(2_516_582, "2.4 MB")]
    public void FileSize_Bytes_ReadsAsPeopleSayIt(long bytes, string expected) => Assert.Equal(expected, Words.FileSize(bytes));
}
