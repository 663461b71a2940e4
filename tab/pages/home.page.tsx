import { useMe } from "../frame/me-context.ts";
import { Page } from "../frame/page.tsx";

export function HomePage() {
  const me = useMe();
  return <Page title={`Hello, ${me.name.split(" ")[0]}`}>{null}</Page>;
}
