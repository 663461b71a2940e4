import type { Action } from "../registers/actions.ts";
import type { Commentary } from "../registers/commentary.ts";
import type { Figure } from "../registers/figures.ts";
import type { Import } from "../registers/imports.ts";
import type { Indicator } from "../registers/indicators.ts";
import type { Pack } from "../registers/packs.ts";
import type { Theme } from "../registers/themes.ts";
import type { ValidationRow } from "../registers/validation-log.ts";
import type { Subject } from "./early-warning.ts";
import type { Facts } from "./facts.ts";

/** The cycle itself, or a part of it. */
export const cycleSubject = ({ cycle }: Facts, part?: string): Subject => ({
  register: "cycles",
  key: cycle.key,
  part,
  title: cycle.name,
  contract: cycle.contract,
});

export const specificationSubject = ({ specification }: Facts, part?: string): Subject => ({
  register: "specifications",
  key: specification.key,
  part,
  title: specification.name,
  contract: specification.contract,
});

export const indicatorSubject = ({ contract }: Facts, { key, name }: Indicator): Subject => ({
  register: "indicators",
  key,
  title: name,
  contract: contract.key,
});

export const importSubject = ({ contract }: Facts, { key, fileName, services }: Import): Subject => ({
  register: "imports",
  key,
  title: fileName,
  contract: contract.key,
  services,
});

export const figureSubject = ({ key, name, contract, indicator }: Figure): Subject => ({
  register: "figures",
  key,
  title: name,
  contract,
  ...(indicator.startsWith("safeguarding") && { category: "safeguarding" as const }),
});

export const commentarySubject = ({ key, theme, contract, services }: Commentary): Subject => ({
  register: "commentary",
  key,
  title: theme,
  contract,
  services,
});

export const validationSubject = ({ key, record, contract, service, dataset }: ValidationRow): Subject => ({
  register: "validation-log",
  key,
  title: record,
  contract,
  services: [service],
  ...(dataset === "safeguarding" && { category: "safeguarding" as const }),
});

export const packSubject = ({ key, name, contract }: Pack, part?: string): Subject => ({
  register: "packs",
  key,
  part,
  title: name,
  contract,
});

export const actionSubject = ({ key, action, contract, service, category }: Action): Subject => ({
  register: "actions",
  key,
  title: action,
  contract,
  services: service === undefined ? [] : [service],
  category,
});

export const themeSubject = ({ key, name, contract, services, category }: Theme): Subject => ({
  register: "themes",
  key,
  title: name,
  contract,
  services,
  category,
});
