using Pipeline.Host.Commands;

return await CommandLine.RunAsync(args);
