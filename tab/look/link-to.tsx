import { Link as FluentLink } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { Link } from "wouter";

interface Props {
  readonly to: string;
  readonly children: ReactNode;
  readonly strong?: boolean;
  readonly className?: string | undefined;
}

/** A link to one of the tab's own pages, in the look every link has. */
export function LinkTo({ to, children, strong, className }: Props) {
  return (
    <Link href={to} asChild>
      <FluentLink className={className} style={strong ? { fontWeight: 600 } : undefined}>
        {children}
      </FluentLink>
    </Link>
  );
}
