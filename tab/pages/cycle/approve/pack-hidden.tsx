import { ButtonTo } from "../../../look/button-to.tsx";
import { Card } from "../../../look/card.tsx";
import { Empty } from "../../../look/empty.tsx";

/** For somebody who looks after some of the contract's services: the pack is about all of them together. */
export function PackHidden() {
  return (
    <Card>
      <Empty
        title="The pack is about every service of the contract"
        action={<ButtonTo to="/figures">See your figures</ButtonTo>}
      >
        Its totals are for those who look after the whole contract: the contracts manager, the quality lead, senior
        leadership and the auditors. Your own services' figures are open to you.
      </Empty>
    </Card>
  );
}
