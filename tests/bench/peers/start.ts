/** AG Grid with one screen of ready rows: what any page with a grid pays before the first of them is painted. */
import { showScreen } from "./screen.ts";

showScreen(document.getElementById("grid") ?? document.body);
