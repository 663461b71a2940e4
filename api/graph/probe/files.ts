import { strToU8, zipSync } from "fflate";
import { getFile, putFile } from "./ground.ts";
import { type Question, refusal, shown } from "./question.ts";

const word = () =>
  zipSync({
    "[Content_Types].xml": strToU8(
      '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    "_rels/.rels": strToU8(
      '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    "word/document.xml": strToU8(
      '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Probe</w:t></w:r></w:p></w:body></w:document>',
    ),
  });

const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(Buffer.from(a), Buffer.from(b)) === 0;

/** What we take for granted about files. */
export const aboutFiles: readonly Question[] = [
  {
    says: "A file that must not be there yet is made once, and refused with 409 the second time",
    without: "Two processes could do the same thing: nothing would be once-only.",
    needed: true,
    async attempt(ground) {
      await putFile(ground, "claim.json", strToU8("first"));
      const refused = await refusal(putFile(ground, "claim.json", strToU8("second")));
      const kept = Buffer.from(await getFile(ground, "claim.json")).toString("utf8");
      return shown(refused?.status === 409 && kept === "first", refused?.words);
    },
  },
  {
    says: "A file whose older version is named is not replaced: 412",
    without: "A lapsed claim could be taken over twice.",
    needed: true,
    async attempt(ground) {
      const { eTag: etag } = await putFile(ground, "lease.json", strToU8("first"));
      await putFile(ground, "lease.json", strToU8("second"), { conflict: "replace", etag });
      const refused = await refusal(putFile(ground, "lease.json", strToU8("third"), { conflict: "replace", etag }));
      return shown(refused?.status === 412, refused?.words);
    },
  },
  {
    says: "A zip comes back byte for byte",
    without: "No pack could be proven: evidence lies in zips.",
    needed: true,
    async attempt(ground) {
      const zip = zipSync({ "a.txt": strToU8("evidence") });
      await putFile(ground, "pack.zip", zip);
      return shown(same(await getFile(ground, "pack.zip"), zip));
    },
  },
  {
    says: "A Word file comes back byte for byte",
    without: "Loose Office files are reading copies only, as we treat them; the evidence is in the zip.",
    async attempt(ground) {
      const docx = word();
      await putFile(ground, "reading-copy.docx", docx);
      return shown(same(await getFile(ground, "reading-copy.docx"), docx));
    },
  },
];
