namespace Pipeline.Digests;

/// <summary>The data file's shape, published beside it. A change that breaks readers is a new version and a new file.</summary>
internal static class DigestSchema
{
    public const int Format = 1;
    public const string Path = "data/schema/weekly-digest.v1.json";

    /// <summary>From a data file.</summary>
    public const string Link = "schema/weekly-digest.v1.json";

    public const string Text = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "Weekly digest, version 1",
          "description": "A week's digest: every claim with the passages it rests on. Texts are exact and unescaped, instants RFC 3339 in UTC, offsets UTF-16 units. Every id that is used is defined.",
          "type": "object",
          "additionalProperties": false,
          "required": ["$schema", "generator", "week", "language", "title", "description", "coverage", "sources", "items", "stories", "themes", "claims", "headline", "introduction", "advice", "outlook", "closing", "checks"],
          "properties": {
            "$schema": { "type": "string" },
            "generator": {
              "description": "What wrote the file: the version of this format, and who wrote the digest.",
              "type": "object",
              "additionalProperties": false,
              "required": ["format", "analyst"],
              "properties": {
                "format": { "const": 1 },
                "analyst": { "$ref": "#/$defs/text" },
                "model": { "description": "The language models that answered; absent where none was wanted or none did.", "$ref": "#/$defs/text" },
                "prompt": { "description": "A hash of what the model is asked with, beside the week's own texts.", "$ref": "#/$defs/text" },
                "standIns": {
                  "description": "The parts that the extractive analyst wrote in the model's place, and why.",
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["part", "why"],
                    "properties": { "part": { "$ref": "#/$defs/text" }, "why": { "$ref": "#/$defs/text" } }
                  }
                }
              }
            },
            "week": {
              "description": "The window is half-open: an item of the instant 'end' belongs to the next week. 'date' is the day of publication in the zone.",
              "type": "object",
              "additionalProperties": false,
              "required": ["label", "start", "end", "zone", "date"],
              "properties": {
                "label": { "type": "string", "pattern": "^[0-9]{4}-W[0-9]{2}$" },
                "start": { "$ref": "#/$defs/instant" },
                "end": { "$ref": "#/$defs/instant" },
                "zone": { "$ref": "#/$defs/text" },
                "date": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }
              }
            },
            "language": { "$ref": "#/$defs/text" },
            "title": { "$ref": "#/$defs/text" },
            "description": { "$ref": "#/$defs/text" },
            "coverage": {
              "description": "What was read for the week; 'read' and 'failed' name sources.",
              "type": "object",
              "additionalProperties": false,
              "required": ["items", "publishers", "stories", "languages", "read", "failed"],
              "properties": {
                "items": { "$ref": "#/$defs/count" },
                "publishers": { "$ref": "#/$defs/count" },
                "stories": { "$ref": "#/$defs/count" },
                "languages": { "$ref": "#/$defs/texts" },
                "read": { "$ref": "#/$defs/texts" },
                "failed": { "$ref": "#/$defs/texts" }
              }
            },
            "sources": {
              "type": "array",
              "items": {
                "description": "'absent': items of it are held, but it is not among the sources any more.",
                "type": "object",
                "additionalProperties": false,
                "required": ["name", "status", "items"],
                "properties": {
                  "name": { "$ref": "#/$defs/text" },
                  "status": { "enum": ["read", "failed", "absent"] },
                  "items": { "$ref": "#/$defs/count" }
                }
              }
            },
            "items": {
              "type": "array",
              "items": {
                "description": "An item of the raw-news page; its id is its anchor there. 'excerpt': the passages that claims cite, in order. 'also': items by which other publishers tell the same story. 'link': what is known against its link (the page is not there, the feed's link named another domain, an editor denies it).",
                "type": "object",
                "additionalProperties": false,
                "required": ["id", "url", "title", "source", "publisher", "published", "language", "excerpt", "story", "also", "themes"],
                "properties": {
                  "id": { "$ref": "#/$defs/item" },
                  "url": { "type": "string", "pattern": "^https?://" },
                  "title": { "type": "string" },
                  "source": { "$ref": "#/$defs/text" },
                  "publisher": { "$ref": "#/$defs/text" },
                  "published": { "$ref": "#/$defs/instant" },
                  "language": { "$ref": "#/$defs/text" },
                  "excerpt": { "type": ["string", "null"] },
                  "story": { "type": ["string", "null"] },
                  "also": { "$ref": "#/$defs/itemList" },
                  "themes": { "type": "array", "items": { "$ref": "#/$defs/theme" } },
                  "link": { "enum": ["gone", "redirected", "denied"] },
                  "undated": {
                    "description": "There where its publisher gave it no date that can be believed: then 'published' is when it was first seen.",
                    "const": true
                  },
                  "redirectedFrom": { "$ref": "#/$defs/text" }
                }
              }
            },
            "stories": {
              "type": "array",
              "items": {
                "description": "Items that report the same event.",
                "type": "object",
                "additionalProperties": false,
                "required": ["id", "items"],
                "properties": {
                  "id": { "$ref": "#/$defs/text" },
                  "items": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/item" } },
                  "since": { "$ref": "#/$defs/text" }
                }
              }
            },
            "themes": {
              "type": "array",
              "items": {
                "description": "A line of development; its id is its anchor in the digest. Without claims the digest says nothing of it.",
                "type": "object",
                "additionalProperties": false,
                "required": ["id", "title", "guide", "continuity", "stories", "claims"],
                "properties": {
                  "id": { "$ref": "#/$defs/theme" },
                  "title": { "$ref": "#/$defs/text" },
                  "guide": { "type": ["string", "null"] },
                  "continuity": { "enum": ["new", "continuing", "returning"] },
                  "since": { "$ref": "#/$defs/text" },
                  "stories": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/text" } },
                  "claims": { "$ref": "#/$defs/texts" }
                }
              }
            },
            "quiet": { "$ref": "#/$defs/texts" },
            "corrections": {
              "type": "array",
              "minItems": 1,
              "items": {
                "description": "An item that its publisher changed or withdrew after the digest was published, and the day on which that was seen, in the week's zone. Quotations are of the changed text.",
                "type": "object",
                "additionalProperties": false,
                "required": ["item", "kind", "date"],
                "properties": {
                  "item": { "$ref": "#/$defs/item" },
                  "kind": { "enum": ["changed", "withdrawn"] },
                  "date": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }
                }
              }
            },
            "claims": {
              "type": "array",
              "minItems": 1,
              "items": {
                "description": "A sentence of the digest and what it rests on, in reading order. 'verdict' is the gate's, with how much it saw.",
                "type": "object",
                "additionalProperties": false,
                "required": ["id", "text", "kind", "language", "evidence", "figures", "items", "verdict"],
                "properties": {
                  "id": { "$ref": "#/$defs/text" },
                  "text": { "$ref": "#/$defs/text" },
                  "kind": { "enum": ["case", "impact", "advice", "signal", "headline", "introduction", "closing", "computed", "editor"] },
                  "language": { "$ref": "#/$defs/text" },
                  "evidence": {
                    "type": "array",
                    "items": {
                      "description": "The quotation stands letter for letter in the item's title or text, from 'start' to before 'end'.",
                      "type": "object",
                      "additionalProperties": false,
                      "required": ["item", "passage", "start", "end", "quotation"],
                      "properties": {
                        "item": { "$ref": "#/$defs/item" },
                        "passage": { "enum": ["title", "text"] },
                        "start": { "$ref": "#/$defs/count" },
                        "end": { "$ref": "#/$defs/count" },
                        "quotation": { "$ref": "#/$defs/text" }
                      }
                    }
                  },
                  "figures": {
                    "type": "array",
                    "items": {
                      "description": "A number of a computed claim, and the items it was counted from.",
                      "type": "object",
                      "additionalProperties": false,
                      "required": ["measure", "value", "items"],
                      "properties": {
                        "measure": { "enum": ["items", "publishers", "sources", "stories", "themes", "languages"] },
                        "value": { "$ref": "#/$defs/count" },
                        "items": { "$ref": "#/$defs/itemList" }
                      }
                    }
                  },
                  "items": { "$ref": "#/$defs/itemList" },
                  "verdict": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["accepted", "reasons", "passages", "figures", "items"],
                    "properties": {
                      "accepted": { "type": "boolean" },
                      "reasons": { "$ref": "#/$defs/texts" },
                      "passages": { "$ref": "#/$defs/count" },
                      "figures": { "$ref": "#/$defs/count" },
                      "items": { "$ref": "#/$defs/count" }
                    }
                  }
                }
              }
            },
            "headline": { "$ref": "#/$defs/text" },
            "introduction": { "$ref": "#/$defs/texts" },
            "advice": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["role", "claims"],
                "properties": { "role": { "$ref": "#/$defs/text" }, "claims": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/text" } } }
              }
            },
            "outlook": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["theme", "title", "trend", "signal"],
                "properties": {
                  "theme": { "type": ["string", "null"] },
                  "title": { "$ref": "#/$defs/text" },
                  "trend": { "type": ["string", "null"] },
                  "signal": { "$ref": "#/$defs/text" },
                  "due": {
                    "description": "The last day that the signal's date can mean, as exactly as it is known. Absent where its sentence names none.",
                    "type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
                  }
                }
              }
            },
            "closing": { "$ref": "#/$defs/texts" },
            "checks": {
              "description": "How many claims there are, how many the gate accepted, and how much evidence and how many figures they rest on.",
              "type": "object",
              "additionalProperties": false,
              "required": ["claims", "accepted", "evidence", "figures"],
              "properties": {
                "claims": { "$ref": "#/$defs/count" },
                "accepted": { "$ref": "#/$defs/count" },
                "evidence": { "$ref": "#/$defs/count" },
                "figures": { "$ref": "#/$defs/count" }
              }
            }
          },
          "$defs": {
            "text": { "type": "string", "minLength": 1 },
            "texts": { "type": "array", "items": { "$ref": "#/$defs/text" } },
            "count": { "type": "integer", "minimum": 0 },
            "instant": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?Z$" },
            "item": { "type": "string", "pattern": "^n[0-9]{2,}$" },
            "itemList": { "type": "array", "items": { "$ref": "#/$defs/item" } },
            "theme": { "type": "string", "pattern": "^t[1-9][0-9]*$" }
          }
        }

        """;
}
