import { settings } from "#domain/registers/settings.ts";
import { seedRows } from "./seed-rows.ts";

export const demoSettingsRows = seedRows(settings, {
  organisation: {
    organisation: "Meadowbank Care",
    assuranceProfile: "standard",
    smallNumbers: [
      { recipient: "westshire", below: 5, rounded: false },
      { recipient: "eastmoor", below: 5, rounded: false },
    ],
    retention: [
      { register: "packs", years: 7, why: "Contract terms: six years after the contract year" },
      { register: "actions", years: 7, why: "Kept with the packs they answer" },
    ],
    brandColour: "#1f6f5c",
    reason: "First settings, agreed by the senior leaders on 30 September 2026.",
  },
});
