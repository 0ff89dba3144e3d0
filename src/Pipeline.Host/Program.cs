Console.Error.WriteLine("pipeline: no verb is built yet");
return 2;
