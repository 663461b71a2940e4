import { Page } from "../frame/page.tsx";
import { ButtonTo } from "../look/button-to.tsx";
import { Empty } from "../look/empty.tsx";

export function NotFoundPage() {
  return (
    <Page title="There is nothing at this address">
      <Empty
        title="The link may be old, or a letter of it went missing"
        action={<ButtonTo to="/">Go to Home</ButtonTo>}
      >
        Search with Ctrl+K finds pages, registers and actions by their names.
      </Empty>
    </Page>
  );
}
