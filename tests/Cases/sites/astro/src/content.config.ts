import { defineCollection, z } from "astro:content";
import { glob } from "astro/loaders";

// As Astro's own blog template has it: title, description and pubDate are required.
const schema = z.object({ title: z.string(), description: z.string(), pubDate: z.coerce.date(), tags: z.array(z.string()).optional() });
export const collections = { digests: defineCollection({ loader: glob({ pattern: "**/index.md", base: "./content" }), schema }) };
