import { Link as FluentLink } from "@fluentui/react-components";
import type { MouseEvent, ReactNode } from "react";
import { Link } from "wouter";

interface Props {
  readonly to: string;
  readonly children: ReactNode;
  readonly strong?: boolean;
  readonly className?: string | undefined;
  /** What else a click does; the page stays where it prevents the default. */
  readonly onClick?: (event: MouseEvent) => void;
}

/** A link to one of the tab's own pages, in the look every link has. */
export function LinkTo({ to, children, strong, className, onClick }: Props) {
  return (
    <Link href={to} asChild {...(onClick && { onClick })}>
      <FluentLink className={className} style={strong ? { fontWeight: 600 } : undefined}>
        {children}
      </FluentLink>
    </Link>
  );
}
