import { isObject, type JsonObject } from "./call.ts";
import { invalidRequest } from "./graph-error.ts";

/** A column's type facets, and what Graph fills in when little is said. */
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

type Rule = (value: unknown) => boolean;
const yesNo: Rule = (value) => typeof value === "boolean";
const text: Rule = (value) => typeof value === "string";
const number: Rule = (value) => typeof value === "number";
const texts: Rule = (value) => Array.isArray(value) && value.every(text);
const anything: Rule = () => true;
const oneOf =
  (...values: string[]): Rule =>
  (value) =>
    values.includes(String(value));

/** The properties each facet has, and the values they take. */
const facets: Readonly<Record<ColumnType, Readonly<Record<string, Rule>>>> = {
  text: {
    allowMultipleLines: yesNo,
    appendChangesToExistingText: yesNo,
    linesForEditing: number,
    maxLength: number,
    textType: oneOf("plain", "richText"),
  },
  number: {
    decimalPlaces: oneOf("automatic", "none", "one", "two", "three", "four", "five"),
    displayAs: oneOf("number", "percentage"),
    minimum: number,
    maximum: number,
  },
  boolean: {},
  dateTime: { displayAs: oneOf("default", "friendly", "standard"), format: oneOf("dateOnly", "dateTime") },
  choice: { allowTextEntry: yesNo, choices: texts, displayAs: oneOf("checkBoxes", "dropDownMenu", "radioButtons") },
  currency: { locale: text },
  lookup: {
    allowMultipleValues: yesNo,
    allowUnlimitedLength: yesNo,
    columnName: text,
    listId: text,
    primaryLookupColumnId: text,
  },
  personOrGroup: {
    allowMultipleSelection: yesNo,
    chooseFromType: oneOf("peopleAndGroups", "peopleOnly"),
    displayAs: text,
  },
  hyperlinkOrPicture: { isPicture: yesNo },
  calculated: {
    format: oneOf("dateOnly", "dateTime"),
    formula: text,
    outputType: oneOf("boolean", "currency", "dateTime", "number", "text"),
  },
  geolocation: {},
  term: { allowMultipleValues: yesNo, showFullyQualifiedName: yesNo, termSet: anything, parentTerm: anything },
  thumbnail: {},
  contentApprovalStatus: {},
};

/** The one type facet of a definition. Throws invalidRequest for none or several. */
export function typeOf(definition: JsonObject): ColumnType {
  const found = columnTypes.filter((type) => isObject(definition[type]));
  const [type] = found;
  if (type === undefined || found.length > 1) {
    throw invalidRequest("Exactly one column type facet must be specified.");
  }
  return type;
}

function checkFacet(type: ColumnType, said: JsonObject): void {
  for (const [name, value] of Object.entries(said)) {
    if (name.includes("@") || value === null) continue;
    const rule = facets[type][name];
    if (!rule) throw invalidRequest(`The property '${name}' does not exist on type 'microsoft.graph.${type}Column'.`);
    if (!rule(value)) throw invalidRequest(`The value of ${type}.${name} is not valid.`);
  }
  const { maxLength, minimum, maximum } = said;
  if (type === "text" && said.allowMultipleLines !== true && typeof maxLength === "number") {
    if (maxLength < 1 || maxLength > 255) throw invalidRequest("maxLength must be between 1 and 255.");
  }
  if (typeof minimum === "number" && typeof maximum === "number" && minimum > maximum) {
    throw invalidRequest("minimum must not be above maximum.");
  }
}

const longText = {
  allowMultipleLines: true,
  appendChangesToExistingText: false,
  linesForEditing: 6,
  textType: "plain",
};

/** A facet with what was not said filled in. Throws invalidRequest. */
export function completedFacet(type: ColumnType, said: JsonObject): JsonObject {
  checkFacet(type, said);
  if (type === "text" && said.allowMultipleLines === true) return { ...longText, ...said };
  return { ...defaults[type], ...said };
}

export const isLongText = (definition: JsonObject): boolean =>
  isObject(definition.text) && definition.text.allowMultipleLines === true;

export const isManyChoices = (definition: JsonObject): boolean =>
  isObject(definition.choice) && definition.choice.displayAs === "checkBoxes";

/** Several people or several items of another list. */
export const isMany = ({ lookup, personOrGroup }: JsonObject): boolean =>
  (isObject(lookup) && lookup.allowMultipleValues === true) ||
  (isObject(personOrGroup) && personOrGroup.allowMultipleSelection === true);

/** Whether a column holds the id of something kept elsewhere, written and read as `<name>LookupId`. */
export const isLookup = ({ lookup, personOrGroup }: JsonObject): boolean => isObject(lookup) || isObject(personOrGroup);

/** Long text, several choices and computed values cannot carry an index in SharePoint. */
export const canBeIndexed = (definition: JsonObject): boolean =>
  !isLongText(definition) &&
  !isManyChoices(definition) &&
  !isMany(definition) &&
  !["hyperlinkOrPicture", "calculated", "geolocation", "thumbnail"].includes(typeOf(definition));

const typeNames: Readonly<Partial<Record<ColumnType, string>>> = {
  personOrGroup: "user",
  hyperlinkOrPicture: "url",
  contentApprovalStatus: "approvalStatus",
};

/** A site column's `type`, as Graph calls it. */
export function typeName(definition: JsonObject): string {
  const type = typeOf(definition);
  if (isLongText(definition)) return "note";
  if (isManyChoices(definition)) return "multichoice";
  return typeNames[type] ?? type;
}
