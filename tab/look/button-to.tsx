import { Button, type ButtonProps } from "@fluentui/react-components";
import { useLocation } from "wouter";

type Props = Pick<ButtonProps, "appearance" | "size" | "icon"> & { readonly to: string; readonly children: string };

/** A link that looks like a button: it opens a page. */
export function ButtonTo({ to, children, ...look }: Props) {
  const [, go] = useLocation();
  return (
    <Button
      as="a"
      href={to}
      {...look}
      onClick={(event: React.MouseEvent) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </Button>
  );
}
