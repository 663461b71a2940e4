import { expect, it } from "vitest";
import { sayMoved } from "./say-moved.ts";

it.each([
  [{ did: "cycle.move", from: "define", to: "collect" }, "took it on from Define to Collect"],
  [{ did: "cycle.send-back", from: "validate", to: "collect" }, "sent it back from Validate to Collect"],
  [{ did: "cycle.move", from: "improve", to: "closed" }, "closed the cycle"],
  [{ did: "action.offer", from: "open", to: "evidence-offered" }, "moved it from “open” to “evidence offered”"],
  [{ did: "cycle.cut-off" }, "set the data cut-off"],
  [{ did: "check.agree", from: "treated", to: "treated" }, "agreed to it"],
  [{ did: "message.not-yet-known" }, "not yet known"],
])("says %o as “%s”", (moved, words) => expect(sayMoved(moved)).toBe(words));
