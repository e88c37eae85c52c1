/** FreeAgent: Contacts › Import contacts, separated by commas. */
import { FOR_SOFTWARE, type Preset } from "./preset.ts";

export const freeAgent = {
  id: "freeAgent",
  kind: "layout",
  extension: "csv",
  form: FOR_SOFTWARE,
  layout: {
    columns: [
      "First Name",
      "Last Name",
      "Company",
      "E-mail Address",
      "E-mail 2 Address",
      "Business Street",
      "Business Street 2",
      "Business Street 3",
      "Business City",
      "Business State",
      "Business Postal Code",
      "Business Phone",
      "Mobile Phone",
    ],
    rules: {
      "First Name": { from: ["firstName", "name"], part: "given" },
      "Last Name": { from: ["lastName", "name"], part: "family" },
      Company: { from: ["company"] },
      "E-mail Address": { from: ["email"], shape: "email" },
      "Business Street": { from: ["street"] },
      "Business Street 2": { from: ["street2"] },
      "Business City": { from: ["city"] },
      "Business State": { from: ["region", "district"] },
      "Business Postal Code": { from: ["postcode"] },
      "Business Phone": { from: ["phone"] },
      "Mobile Phone": { from: ["mobile"] },
    },
  },
} as const satisfies Preset;
