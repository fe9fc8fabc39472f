// Writes mocks.json: for every scenario its folder, and the requests that the mock server expects with their answers.
// Bodies are base64. The server's own address is written as http://mock.invalid.
import { expandDyns } from "@typespec/spec-api";
import { readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const root = resolve("node_modules/@typespec/http-specs/dist/specs");
const config = { baseUrl: "http://mock.invalid" };

const body = (given) => {
  const raw = given?.rawContent;
  if (raw === undefined || raw === null) return null;
  const content = typeof raw === "string" || Buffer.isBuffer(raw) ? raw : raw.serialize(config);
  return { media: given.contentType, content: Buffer.from(content).toString("base64") };
};

const exchange = ({ uri, method, request, response }) => ({
  uri,
  method: method.toUpperCase(),
  query: expandDyns(request?.query ?? {}, config),
  headers: expandDyns(request?.headers ?? {}, config),
  body: body(request?.body),
  status: response?.status ?? 0,
  answer_headers: expandDyns(response?.headers ?? {}, config),
  answer: body(response?.body),
});

const mocks = {};
for (const path of readdirSync(root, { recursive: true }).filter((each) => each.endsWith("mockapi.js")).sort()) {
  const { Scenarios } = await import(join(root, path));
  for (const [name, scenario] of Object.entries(Scenarios))
    mocks[name] = { folder: dirname(path), exchanges: scenario.apis.map(exchange) };
}
writeFileSync("mocks.json", JSON.stringify(mocks, null, 1));
