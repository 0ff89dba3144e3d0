export default { title: "Fixture", titleTemplate: false, srcDir: "content", outDir: "public", cleanUrls: true };
