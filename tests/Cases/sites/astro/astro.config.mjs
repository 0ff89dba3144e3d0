export default { trailingSlash: "always", telemetry: false };
