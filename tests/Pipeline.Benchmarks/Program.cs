using Pipeline.Benchmarks.Clipping;

if (args is ["clip", var folder, .. var options])
    return ClipBenchmark.Run(folder, options);
Console.Error.WriteLine("usage: clip FOLDER [--with smartreader] [--pages N]     FOLDER holds gold.jsonl {file, url} and html/");
return 2;
