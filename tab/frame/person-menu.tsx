import {
  Avatar,
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { useState } from "react";
import { useLocation } from "wouter";
import { type Role, roleNames } from "#domain/people/role.ts";
import { useOwnPhoto } from "../ask/use-own-photo.ts";
import { type Chosen, chooseTheme, chosenTheme } from "../sign-in/browser-theme.ts";
import { useHost } from "../sign-in/host.ts";
import { useMe } from "./me-context.ts";
import { ON_A_PHONE, places } from "./places.ts";

/** Who is signed in and as what; on a phone also the places that do not fit the bar. Teams brings its own theme and sign-in. */
export function PersonMenu() {
  const me = useMe();
  const photo = useOwnPhoto(me.id);
  const host = useHost();
  const [theme, setTheme] = useState<Chosen>(chosenTheme);
  const [, go] = useLocation();
  const small = matchMedia("(max-width: 719px)").matches;
  return (
    <Menu
      checkedValues={{ theme: [theme] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const next = (checkedItems[0] ?? "auto") as Chosen;
        setTheme(next);
        chooseTheme(next);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="transparent"
          icon={
            <Avatar
              name={me.name}
              aria-label={`${me.name}: menu`}
              color="colorful"
              size={32}
              {...(photo && { image: { src: photo } })}
            />
          }
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>
              {me.name}
              <br />
              {me.roles.map((role) => roleNames[role as Role] ?? role).join(", ")}
            </MenuGroupHeader>
          </MenuGroup>
          {small && (
            <MenuGroup>
              <MenuDivider />
              {places.slice(ON_A_PHONE).map(({ path, name, Icon }) => (
                <MenuItem key={path} icon={<Icon />} onClick={() => go(path)}>
                  {name}
                </MenuItem>
              ))}
            </MenuGroup>
          )}
          {host.kind === "browser" && (
            <>
              <MenuDivider />
              <MenuGroup>
                <MenuGroupHeader>Look</MenuGroupHeader>
                {looks.map(([value, words]) => (
                  <MenuItemRadio key={value} name="theme" value={value}>
                    {words}
                  </MenuItemRadio>
                ))}
              </MenuGroup>
              <MenuDivider />
              <MenuItem onClick={() => host.signOut?.()}>Sign in as somebody else</MenuItem>
            </>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

const looks: readonly (readonly [Chosen, string])[] = [
  ["auto", "As this machine"],
  ["light", "Light"],
  ["dark", "Dark"],
  ["contrast", "High contrast"],
];
