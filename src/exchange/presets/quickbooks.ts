/** QuickBooks Online: Customers › Import customers, which asks what each column is. At most 1,000 customers in a file. */
import { FOR_SOFTWARE, type Preset } from "./preset.ts";

export const quickbooks = {
  id: "quickbooks",
  kind: "layout",
  extension: "csv",
  form: FOR_SOFTWARE,
  layout: {
    columns: [
      "Name",
      "Company",
      "Email",
      "Phone",
      "Mobile",
      "Fax",
      "Website",
      "Street",
      "City",
      "State",
      "ZIP",
      "Country",
      "Opening Balance",
      "Date",
      "Resale Number",
    ],
    rules: {
      Name: { from: ["company"], or: ["name"], required: true, unique: true, most: 100 },
      Company: { from: ["company"], most: 50 },
      Email: { from: ["email"], shape: "email", most: 100 },
      Phone: { from: ["phone"], most: 21 },
      Mobile: { from: ["mobile"], most: 21 },
      Fax: { from: ["fax"], most: 21 },
      Website: { from: ["website"], most: 1_000 },
      Street: { from: ["street"], most: 255 },
      City: { from: ["city"], most: 255 },
      State: { from: ["region", "district"], most: 255 },
      ZIP: { from: ["postcode"], most: 31 },
      Country: { from: ["country"], most: 255 },
      "Resale Number": { from: ["taxNumber"], most: 16 },
    },
    mostRows: 1_000,
  },
} as const satisfies Preset;
