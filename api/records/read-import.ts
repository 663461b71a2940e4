/** Reading exports: first the preview, then, as confirmed there, the load. */
export { type LoadRequest, loadImport } from "./load-import.ts";
export { type PreviewRequest, previewImport } from "./preview-import.ts";
