import { onErrand } from "../errand.ts";
import { unavailable } from "../graph/graph-error.ts";
import type { Outside } from "../outside.ts";
import { anchorWhenDue } from "./anchor-audit.ts";
import type { Channel } from "./channel.ts";
import { eraseDue } from "./erase-due.ts";
import { eraseAgreed } from "./erase-person.ts";
import { exportNightly } from "./export-nightly.ts";
import { keepPosting } from "./keep-posting.ts";
import { standFigures } from "./stand-figures.ts";

const POLL_MS = 3_000;
const SWEEP_MS = 5 * 60_000;
const POST_MS = 2_000;
const TIDY_MS = 60 * 60_000;
const ANCHOR_MS = 2_000;
const NIGHTLY_MS = 60_000;
const STAND_MS = 5_000;

/**
 * Follows the other processes every few seconds, sweeps every list every few minutes and keeps them on disk, and sends what
 * is due. Answers how to stop: nothing is begun any more, and it resolves when what was under way, such as a message being
 * sent, is done.
 */
export function keepUp(outside: Outside, channel: Channel | undefined): () => Promise<void> {
  const { sharePoint, log } = outside;
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  const repeat = (work: () => Promise<void>, every: number, event: string) => {
    const turn = async () => {
      if (stopping.signal.aborted) return;
      const working = work().catch((error: unknown) =>
        log.error({
          event,
          ...unavailable(event, error).facts,
          result: error instanceof Error ? error.message : "failed",
        }),
      );
      underWay.add(working);
      await working;
      underWay.delete(working);
      setTimeout(turn, every).unref();
    };
    setTimeout(turn, every).unref();
  };
  repeat(() => onErrand({ following: true }, () => sharePoint.poll()), POLL_MS, "replica.poll");
  repeat(() => sharePoint.sweep().finally(() => sharePoint.save()), SWEEP_MS, "replica.sweep");
  repeat(async () => void (await sharePoint.removeOldNews()), TIDY_MS, "change-feed.tidy");
  repeat(() => anchorWhenDue(outside), ANCHOR_MS, "audit.anchor");
  repeat(() => exportNightly(outside), NIGHTLY_MS, "registers.export");
  repeat(() => eraseDue(outside), NIGHTLY_MS, "originals.erase");
  repeat(() => eraseAgreed(outside), NIGHTLY_MS, "people.erase");
  repeat(() => standFigures(outside), STAND_MS, "figures.stand");
  if (channel) repeat(() => keepPosting(outside, channel, stopping.signal), POST_MS, "outbox");
  return async () => {
    stopping.abort();
    await Promise.all(underWay);
    await sharePoint.save().catch((error: unknown) => log.error({ event: "replica.save", result: String(error) }));
  };
}
