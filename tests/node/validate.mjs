// Judges the pages whose paths come in, one a line, and prints what is wrong as JSON: [{"page", "line", "rule", "message"}].
import { readFileSync } from "node:fs";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

// What is asked is the same of every page, so it is made ready once and not for each.
class Once extends StaticConfigLoader {
  getConfigFor(...asked) {
    return (this.ready ??= super.getConfigFor(...asked));
  }
}

const judge = new HtmlValidate(
  new Once({
    root: true,
    extends: ["html-validate:recommended", "html-validate:a11y", "html-validate:document"],
    rules: {
      "doctype-style": "off", // the engine's page begins in lower case, which HTML allows
      "no-trailing-whitespace": "off", // the same page leaves blanks where a part is absent; nobody sees them
      "long-title": "off", // a title is a participant's sentence, and is never cut
      "wcag/h32": "off", // the directory filters while one types, which leads nowhere else; its button shows all again
      "require-sri": ["error", { target: "crossorigin" }], // what stands on another server; ours stands beside the page
      "valid-id": ["error", { relaxed: true }], // an anchor is the field's own name, `post.title`, as HTML allows
    },
  }),
);
const found = [];
for (const page of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const { results } = await judge.validateFile(page);
  for (const { messages } of results)
    for (const { line, ruleId, message } of messages) found.push({ page, line, rule: ruleId, message });
}
process.stdout.write(JSON.stringify(found));
