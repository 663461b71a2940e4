import type { FigureInPack } from "./figure-in-pack.ts";
import type { PackFacts } from "./pack-content.ts";

/** What in the facts cannot all be true, one sentence each; empty when they agree. */
export function contradictions({ figures, specification, services, approvalsNeeded }: PackFacts): string[] {
  const reported = specification.sections.flatMap(({ indicators }) => indicators);
  const codes = figures.map(({ indicator }) => indicator);
  return [
    ...twice(codes).map((code) => `figure ${code} is there twice.`),
    ...codes
      .filter((code) => !reported.includes(code))
      .map((code) => `no section of the specification asks for ${code}.`),
    ...reported
      .filter((code) => !codes.includes(code))
      .map((code) => `the specification asks for ${code}; there is no such figure.`),
    ...figures.flatMap((figure) => figureContradictions(figure, services)),
    ...(approvalsNeeded.length === 0 ? ["nobody is asked to approve it."] : []),
  ];
}

function figureContradictions(
  { indicator, cells, numerator, denominator }: FigureInPack,
  services: PackFacts["services"],
) {
  const known = services.map(({ key }) => key);
  const sum = (of: "numerator" | "denominator") => cells.reduce((total, cell) => total + (cell[of] ?? 0), 0);
  return [
    ...cells
      .filter(({ service }) => !known.includes(service))
      .map(({ service }) => `${indicator} counts ${service}, which is not in this contract.`),
    ...twice(cells.map(({ service }) => service)).map((service) => `${indicator} counts ${service} twice.`),
    ...(cells.length > 0 && numerator !== null && (sum("numerator") !== numerator || sum("denominator") !== denominator)
      ? [`${indicator} is not the sum of its services.`]
      : []),
  ];
}

const twice = (keys: readonly string[]) => keys.filter((key, at) => keys.indexOf(key) < at);
