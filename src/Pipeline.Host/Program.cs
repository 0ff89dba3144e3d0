using System.Text;
Console.WriteLine("e\u0301".Normalize(NormalizationForm.FormC).Length + " " + "ﬁＡ①".Normalize(NormalizationForm.FormKC) + " " + "İI".ToLowerInvariant() + TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai").BaseUtcOffset);
