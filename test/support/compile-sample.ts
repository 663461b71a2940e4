import { fileKeys } from "./file-keys.ts";
import { signedPack } from "./signed-pack.ts";

/** Compiles the sample pack in a process of its own: edition, folder, key file. Prints each file's hash as JSON. */
const [edition, outDir = "", key = ""] = process.argv.slice(2);
const { files } = await signedPack({
  edition: edition === "internal" ? "internal" : "commissioner",
  outDir,
  keys: fileKeys(key),
});
console.log(JSON.stringify(Object.fromEntries(files.map(({ path, hash }) => [path, hash]))));
