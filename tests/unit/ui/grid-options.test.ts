/** Which choices a typed text offers, and which one Enter takes. */
import { describe, expect, it } from "vitest";
import { type Choice, choiceId } from "../../../src/core/model/index.ts";
import { type Offer, offer } from "../../../src/ui/grid/editing/options.ts";

const choice = (label: string): Choice => ({ id: choiceId(label.toLowerCase()), label, hue: "slate" });
const tiers = ["VIP", "Major", "Normal", "Small"].map(choice);

const labels = ({ options }: Offer): readonly string[] =>
  options.map((option) => (option.type === "choice" ? option.choice.label : `+${option.label}`));
const taken = (given: Offer): string | undefined => labels(given)[given.active];

describe("the list of choices", () => {
  it("shows all and takes none while nothing is typed", () => {
    expect(labels(offer(tiers, ""))).toEqual(["VIP", "Major", "Normal", "Small"]);
    expect(offer(tiers, " ").active).toBe(-1);
  });

  it("takes the one that begins with the text, blind to case", () => {
    expect(taken(offer(tiers, "no"))).toBe("Normal");
    expect(labels(offer(tiers, "ma"))).toEqual(["Major", "Normal", "Small", "+ma"]);
    expect(taken(offer(tiers, "ma"))).toBe("Major");
  });

  it("takes a label that is the text before longer ones", () => {
    expect(taken(offer([choice("Teahouse"), choice("Tea")], "tea"))).toBe("Tea");
  });

  it("offers no new label for one that is there", () => {
    expect(labels(offer(tiers, "vip"))).toEqual(["VIP"]);
  });

  it("takes a new label rather than one that merely contains the text", () => {
    expect(taken(offer(tiers, "al"))).toBe("+al");
    expect(taken(offer(tiers, "Gold"))).toBe("+Gold");
  });
});
