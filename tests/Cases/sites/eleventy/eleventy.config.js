// Eleventy 3 with the template engine that ENGINE names: njk or liquid.
export default function (config) {
  config.setInputDirectory("content");
  config.setIncludesDirectory("../_includes");
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  return { markdownTemplateEngine: process.env.ENGINE, htmlTemplateEngine: process.env.ENGINE };
}
