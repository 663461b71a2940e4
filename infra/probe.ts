import { randomBytes } from "node:crypto";
import { readConfig } from "#api/config.ts";
import { probeGround } from "#api/graph/probe/ground.ts";
import { type Answered, probe } from "#api/graph/probe/probe.ts";
import { wordsOf } from "#api/graph/probe/question.ts";
import { clientAs } from "./provision/clients.ts";

/**
 * `npm run probe`: tries what we take for granted about Microsoft Graph in a list and a library of its own. Ends with 1 when
 * something does not hold without which nothing would be safe.
 */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  if ("problems" in config) {
    console.error(
      `Nothing was tried. Put this right first:\n${config.problems.map((each) => `  - ${each}`).join("\n")}`,
    );
    process.exit(1);
  }
  const { app: application, site } = config;
  const admin = clientAs(config, process.env.PROVISIONER_ID ?? application);
  const path = `/sites/${site.host}:${site.path}:`;
  const ground = await probeGround(admin, clientAs(config, application), path, randomBytes(4).toString("hex"));
  let answers: readonly Answered[];
  try {
    answers = await probe(ground);
  } finally {
    await ground.close();
  }
  for (const each of answers) console.log(say(each));
  const broken = answers.filter(({ needed, answer }) => needed && answer !== "yes");
  console.log(
    broken.length === 0
      ? "Everything that must hold holds. The list and the library of the probe are gone again."
      : `${broken.length} of what must hold does not, or could not be found out: do not go on.`,
  );
  if (broken.length > 0) process.exitCode = 1;
}

const marks = { yes: "yes", no: "no ", unknown: "?  " } as const;

const say = ({ says, answer, detail, without }: Answered): string =>
  `${marks[answer]}  ${says}${detail ? ` (${detail})` : ""}.${answer === "yes" ? "" : `\n       Without it: ${without}`}`;

try {
  await main();
} catch (error) {
  console.error(
    `The probe could not be made ready or cleared away: ${wordsOf(error)}. Its list and library, if any, are taken away the next time.`,
  );
  process.exitCode = 1;
}
