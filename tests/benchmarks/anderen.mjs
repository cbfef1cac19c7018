// Fills one template with one engine per question on standard input: "engine\n".
// Answers with the milliseconds it took. Called by tests/benchmarks/sjabloon.py.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { join } from "node:path";

const map = process.argv[2];
const require = createRequire(join(map, "package.json"));
const data = JSON.parse(readFileSync(join(map, "data.json"), "utf8"));
const snor = readFileSync(join(map, "snor.docx"));

const engines = {
  docxtemplater: async () => {
    const PizZip = require("pizzip");
    const Docxtemplater = require("docxtemplater");
    const doc = new Docxtemplater(new PizZip(snor), { paragraphLoop: true, linebreaks: true });
    doc.render(data);
    return doc.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
  },
  "easy-template-x": async () => {
    const { TemplateHandler } = require("easy-template-x");
    return new TemplateHandler().process(snor, data);
  },
  carbone: () =>
    new Promise((done, fail) => {
      const path = join(map, "carbone.docx");
      require("carbone").render(path, data, {}, (error, out) => (error ? fail(error) : done(out)));
    }),
};

for await (const line of createInterface({ input: process.stdin })) {
  const begin = process.hrtime.bigint();
  try {
    const out = await engines[line]();
    const ms = Number(process.hrtime.bigint() - begin) / 1e6;
    writeFileSync(join(map, `${line}.docx`), out);
    console.log(ms);
  } catch (error) {
    console.log(`fout ${String(error).split("\n")[0]}`);
  }
}
