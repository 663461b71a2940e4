// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { show } from "../../../shown.testing.tsx";
import { DropFiles } from "./drop-files.tsx";

afterEach(cleanup);

const file = new File(["a,b"], "visits.csv", { type: "text/csv" });
const held = { dataTransfer: { types: ["Files"], files: [file] } };

it("takes files dropped anywhere on the page, and says so while they hover", () => {
  const onFiles = vi.fn();
  show(<DropFiles primary onFiles={onFiles} />, { answer: () => ({}) });
  fireEvent.dragOver(document.body, held);
  expect(screen.getByText("Let go to look at it")).toBeTruthy();
  fireEvent.drop(document.body, held);
  expect(onFiles).toHaveBeenCalledWith([file]);
  expect(screen.getByText("Drop exports anywhere on this page")).toBeTruthy();
});

it("leaves dragged text alone", () => {
  const onFiles = vi.fn();
  show(<DropFiles primary onFiles={onFiles} />, { answer: () => ({}) });
  fireEvent.drop(document.body, { dataTransfer: { types: ["text/plain"], files: [] } });
  expect(onFiles).not.toHaveBeenCalled();
});

it("takes the same file twice when it is chosen twice", () => {
  const onFiles = vi.fn();
  show(<DropFiles primary onFiles={onFiles} />, { answer: () => ({}) });
  const input = screen.getByLabelText("Exports to bring in");
  for (const _ of [1, 2]) fireEvent.change(input, { target: { files: [file] } });
  expect(onFiles).toHaveBeenCalledTimes(2);
});
