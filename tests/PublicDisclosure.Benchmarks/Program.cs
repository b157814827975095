Console.WriteLine("Usage: generate --disclosures N | measure");
