import { demoPeople } from "./demo/people.ts";
import { startAgentsPlayground } from "./playground/agents-playground.ts";

/**
 * `npm run playground`: Microsoft 365 Agents Playground in front of the bot that `npm start` runs.
 * PORT is the bot's, PLAYGROUND_PORT its own, PERSON the number of the demo person who sits in front of it.
 */
const botPort = Number(process.env.PORT ?? 3978);
const me = demoPeople[Number(process.env.PERSON ?? 6) - 1] ?? demoPeople[5];
const wanted = [0, 3, 5, 8, 9, 14, 18].map((at) => demoPeople[at]).filter((each) => each !== undefined);

const playground = await startAgentsPlayground({
  bot: `http://127.0.0.1:${botPort}/api/messages`,
  botId: "44444444-4444-4444-8444-444444444444",
  tenantId: "11111111-1111-4111-8111-111111111111",
  me,
  others: wanted.filter(({ id }) => id !== me.id).slice(0, 5),
  port: Number(process.env.PLAYGROUND_PORT ?? 56150),
});

console.log(`You are ${me.name}. Open ${playground.url} and say “help”. The bot must be running: npm start.`);

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    void playground.stop().then(() => process.exit(0));
  });
