// Compiles each folder of specs/ that has a main.tsp to OpenAPI: openapi/<version>/<folder, "-" for "/">/*.yaml.
// Exits with 1 where the emitter refuses one, and says why.
import { compile, formatDiagnostic, NodeHost } from "@typespec/compiler";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";

const root = resolve("specs");

function* folders(folder) {
  if (existsSync(join(folder, "main.tsp"))) yield folder;
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) yield* folders(join(folder, entry.name));
}

for (const folder of [...folders(root)].sort()) {
  for (const version of ["3.0", "3.1", "3.2"]) {
    const out = resolve("openapi", version, relative(root, folder).replaceAll("/", "-"));
    mkdirSync(out, { recursive: true });
    const options = { "openapi-versions": [`${version}.0`], "emitter-output-dir": out, "file-type": ["yaml"] };
    const program = await compile(NodeHost, join(folder, "main.tsp"), {
      emit: ["@typespec/openapi3"],
      options: { "@typespec/openapi3": options },
    });
    if (program.hasError()) {
      console.error(program.diagnostics.map((each) => formatDiagnostic(each)).join("\n"));
      process.exitCode = 1;
    }
  }
}
