/** Entry: AG Grid with all its modules and nothing else, for its size. */
import { AllCommunityModule, createGrid, ModuleRegistry } from "ag-grid-community";

ModuleRegistry.registerModules([AllCommunityModule]);
createGrid(document.body, { columnDefs: [{ field: "a" }], rowData: [{ a: 1 }] });
