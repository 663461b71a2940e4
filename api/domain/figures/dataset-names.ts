import { type DatasetName, datasets } from "./dataset.ts";

/** The kinds of record there are, for choices. */
export const datasetNames = Object.keys(datasets) as readonly DatasetName[];
