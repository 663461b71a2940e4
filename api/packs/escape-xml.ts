/** Text for XML 1.0, less what it cannot hold: control characters and lone surrogates. */
export const escapeXml = (text: string) =>
  isPlain.test(text)
    ? text
    : text
        .toWellFormed()
        // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to write them.
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;");

/** Most cells are: worth a look before five replacements. */
const isPlain = /^[\w .,:;()/-]*$/;
