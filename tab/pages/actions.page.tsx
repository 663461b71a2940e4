import { Tab, TabList } from "@fluentui/react-components";
import { useState } from "react";
import { useSearchParams } from "wouter";
import type { readRegister } from "#api/operations/read-register.ts";
import { useAnswer } from "../ask/use-answer.ts";
import { holds, useMe } from "../frame/me-context.ts";
import { Page } from "../frame/page.tsx";
import { useScope } from "../frame/scope.ts";
import { Answered } from "../look/answered.tsx";
import { Empty } from "../look/empty.tsx";
import { useToday } from "../words/today-context.ts";
import { ActionGroup } from "./actions/action-group.tsx";
import { grouped, listed, type Whose } from "./actions/action-lists.ts";
import { AddAction } from "./actions/add-action.tsx";

const groups = [
  ["overdue", "Overdue"],
  ["due-soon", "In the next seven days"],
  ["open", "Later"],
  ["done", "Done"],
] as const;

const tabs = [
  ["mine", "Mine"],
  ["services", "My services"],
  ["all", "All I can see"],
] as const satisfies readonly (readonly [Whose, string])[];

/** What we said we would do: overdue first, then this week, then later. */
export function ActionsPage() {
  const me = useMe();
  const today = useToday();
  const [scope] = useScope();
  const [params, setParams] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const answer = useAnswer<typeof readRegister>("/registers/actions/rows", { query: { most: 500 } });
  const named = params.get("whose");
  const whose: Whose = tabs.find(([key]) => key === named)?.[0] ?? "mine";
  const choose = (next: string) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      after.set("whose", next);
      return after;
    });
  const choice = { whose, me: me.id, services: me.services.map(({ key }) => key), scope };
  const mayAdd = holds(
    me,
    "registered-manager",
    "regional-manager",
    "quality-lead",
    "contracts-manager",
    "senior-leader",
    "safeguarding-lead",
  );
  return (
    <Page
      title="Actions"
      lead="What we said we would do, who does it by when, and whether it made care better."
      action={mayAdd && <AddAction open={adding} onOpen={setAdding} />}
    >
      <TabList selectedValue={whose} onTabSelect={(_, { value }) => choose(String(value))}>
        {tabs.map(([key, name]) => (
          <Tab key={key} value={key}>
            {name}
          </Tab>
        ))}
      </TabList>
      <Answered answer={answer} reading="Reading the actions">
        {({ rows }) => {
          const split = grouped(rows.map(listed), choice, today);
          const some = groups.filter(([state]) => split[state].length > 0);
          return some.length === 0 ? (
            <Empty title={whose === "mine" ? "You own no actions" : "There are no actions here"}>
              Actions come from themes, exceptions and discrepancies, or are added by hand.
            </Empty>
          ) : (
            some.map(([state, title]) => <ActionGroup key={state} state={state} title={title} actions={split[state]} />)
          );
        }}
      </Answered>
    </Page>
  );
}
