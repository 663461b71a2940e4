import { isObject, type JsonObject } from "./call.ts";
import { invalidRequest } from "./graph-error.ts";

/** A column's type facets, and what Graph fills in when little is said. Those without a value here cannot be made. */
const defaults = {
  text: { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 255 },
  number: { decimalPlaces: "automatic", displayAs: "number" },
  boolean: {},
  dateTime: { displayAs: "default", format: "dateOnly" },
  choice: { allowTextEntry: false, choices: [], displayAs: "dropDownMenu" },
  currency: { locale: "en-gb" },
  lookup: { allowMultipleValues: false, allowUnlimitedLength: false },
  personOrGroup: { allowMultipleSelection: false, chooseFromType: "peopleOnly", displayAs: "nameWithPresence" },
  hyperlinkOrPicture: { isPicture: false },
  calculated: {},
  geolocation: {},
  term: {},
  thumbnail: {},
  contentApprovalStatus: {},
} as const;

export type ColumnType = keyof typeof defaults;
export const columnTypes = Object.keys(defaults) as readonly ColumnType[];

/** The one type facet of a definition. Throws invalidRequest for none or several. */
export function typeOf(definition: JsonObject): ColumnType {
  const found = columnTypes.filter((type) => isObject(definition[type]));
  const [type] = found;
  if (type === undefined || found.length > 1) {
    throw invalidRequest("Exactly one column type facet must be specified.");
  }
  return type;
}

const longText = {
  allowMultipleLines: true,
  appendChangesToExistingText: false,
  linesForEditing: 6,
  textType: "plain",
};

/** A facet with what was not said filled in. Throws invalidRequest. */
export function completedFacet(type: ColumnType, said: JsonObject): JsonObject {
  if (type === "text" && said.allowMultipleLines === true) return { ...longText, ...said };
  const { maxLength } = said;
  if (type === "text" && maxLength !== undefined && !(Number(maxLength) >= 1 && Number(maxLength) <= 255)) {
    throw invalidRequest("maxLength must be between 1 and 255.");
  }
  if (
    type === "choice" &&
    said.choices !== undefined &&
    !(said.choices as unknown[]).every?.((c) => typeof c === "string")
  ) {
    throw invalidRequest("choices must be a list of text.");
  }
  return { ...defaults[type], ...said };
}

export const isLongText = (definition: JsonObject): boolean =>
  isObject(definition.text) && definition.text.allowMultipleLines === true;

export const isManyChoices = (definition: JsonObject): boolean =>
  isObject(definition.choice) && definition.choice.displayAs === "checkBoxes";

/** Long text, several choices and computed values cannot carry an index in SharePoint. */
export const canBeIndexed = (definition: JsonObject): boolean =>
  !isLongText(definition) &&
  !isManyChoices(definition) &&
  !["hyperlinkOrPicture", "calculated", "geolocation", "thumbnail"].includes(typeOf(definition));
