/** The page of the kit, of the development build only (`/kit.html`): every control in every state, for people to look at. */
import { createSignal, For, type JSX, type ParentProps, Show } from "solid-js";
import { render } from "solid-js/web";
import { createDevice, DENSITIES, THEMES } from "../../../app/device.ts";
import { HUES } from "../../../core/model/index.ts";
import { showAppearance } from "../appearance.ts";
import { Button } from "../Button.tsx";
import { Check } from "../Check.tsx";
import { Chip } from "../Chip.tsx";
import { Combobox } from "../Combobox.tsx";
import { Dialog } from "../Dialog.tsx";
import { Empty } from "../Empty.tsx";
import { FileField } from "../FileField.tsx";
import { Labelled } from "../Labelled.tsx";
import { Menu, MenuGroup, MenuItem, MenuLine } from "../Menu.tsx";
import { NameInPlace } from "../NameInPlace.tsx";
import { Wrong } from "../Note.tsx";
import { Popover } from "../Popover.tsx";
import { Progress } from "../Progress.tsx";
import { Segmented } from "../Segmented.tsx";
import { Select } from "../Select.tsx";
import { Tabs } from "../Tabs.tsx";
import { TextField } from "../TextField.tsx";
import { Toast } from "../Toast.tsx";
import "../tokens.css";
import "../base.css";
import "./page.css";

const CITIES = ["北京 Beijing", "Bergen", "Cork", "杭州 Hangzhou", "Malmö", "Sevilla"].map((label) => ({
  value: label,
  label,
}));

function Group(props: ParentProps<{ readonly title: string }>) {
  return (
    <section class="kit-group">
      <h2>{props.title}</h2>
      <div class="kit-row">{props.children}</div>
    </section>
  );
}

function Buttons() {
  const tones = [undefined, "outline", "primary", "danger"] as const;
  return (
    <Group title="Buttons">
      <For each={tones}>
        {(tone) => (
          <>
            <Button tone={tone}>{tone ?? "quiet"}</Button>
            <Button tone={tone} disabled={true}>
              disabled
            </Button>
          </>
        )}
      </For>
      <Button on={true}>on</Button>
      <Button tone="primary" busy={true}>
        busy
      </Button>
      <Button tone="glyph" aria-label="Close">
        ×
      </Button>
      <Button tone="glyph" aria-label="Up" disabled={true}>
        ↑
      </Button>
    </Group>
  );
}

function Fields() {
  const [city, setCity] = createSignal("Bergen");
  const [checked, setChecked] = createSignal(true);
  const chosen = (option: string): string => `${option}, chosen`;
  const [text, setText] = createSignal("茶叶之家");
  const file = { label: "File", chooseLabel: "Choose a file", accept: ".csv", onChoose: () => undefined };
  const choice = { options: CITIES, onChange: setCity };
  return (
    <Group title="Fields">
      <Labelled label="Text">
        <TextField value={text()} onText={setText} />
      </Labelled>
      <Labelled label="Empty">
        <TextField value="" onText={setText} placeholder="A placeholder" />
      </Labelled>
      <Labelled label="Refused">
        <TextField value="12,3x" onText={setText} problem="This is no number. Write it as 12,3." />
      </Labelled>
      <Labelled label="Disabled">
        <TextField value="00123" onText={setText} disabled={true} />
      </Labelled>
      <Labelled label="Several lines">
        <TextField rows={3} value={"00123\n00130"} onText={setText} />
      </Labelled>
      <NameInPlace name="Customers" label="A name in its place" class="input" onEnd={() => undefined} />
      <FileField {...file} shown="No file chosen" disabled={false} />
      <FileField {...file} shown="customers.csv" disabled={true} />
      <Labelled label="Select">
        <Select {...choice} value={city()} />
      </Labelled>
      <Labelled label="Select, disabled">
        <Select {...choice} value={city()} disabled={true} />
      </Labelled>
      <Combobox {...choice} label="Combobox" noneLabel="Nothing found" chosenLabel={chosen} value={city()} />
      <Combobox
        {...choice}
        label="Combobox, disabled"
        noneLabel=""
        chosenLabel={chosen}
        value={city()}
        disabled={true}
      />
      <Check checked={checked()} onChange={setChecked}>
        Check
      </Check>
      <Check checked={false} onChange={setChecked} disabled={true}>
        Check, disabled
      </Check>
    </Group>
  );
}

function Words() {
  return (
    <Group title="Chips, progress, empty places, toasts, notes">
      <For each={HUES}>{(hue) => <Chip label={hue} hue={hue} />}</For>
      <Progress label="Writing…" value={{ done: 40, total: 100 }} />
      <Progress label="Reading…" value={null} />
      <Empty title="No rows yet" text="Type in the row marked +, or import a CSV file.">
        <Button tone="outline">Import CSV</Button>
      </Empty>
      <Toast
        text="12 rows deleted. Undo brings them back."
        dismissLabel="Dismiss"
        onDismiss={() => undefined}
      />
      <Toast
        text="A new version is ready."
        action={{ label: "Reload now", run: () => undefined }}
        dismissLabel="Later"
        onDismiss={() => undefined}
      />
      <Toast
        text="Not saved: the disk is full."
        wrong={true}
        dismissLabel="Dismiss"
        onDismiss={() => undefined}
      />
      <Wrong>The file is no CSV. Save it as CSV and try again.</Wrong>
    </Group>
  );
}

function Floating() {
  const [dialog, setDialog] = createSignal(false);
  const [popover, setPopover] = createSignal<HTMLElement | null>(null);
  const [menu, setMenu] = createSignal<{ readonly x: number; readonly y: number } | null>(null);
  const nothing = (): void => undefined;
  const page = (id: string, content: () => JSX.Element) => ({ id, label: () => id, content });
  const pages = [page("First", () => <p>The first page.</p>), page("Second", () => <p>The second page.</p>)];
  return (
    <Group title="What floats">
      <Button tone="outline" onClick={() => setDialog(true)}>
        Dialog
      </Button>
      <Button tone="outline" onClick={(event) => setPopover(popover() === null ? event.currentTarget : null)}>
        Popover
      </Button>
      <Button tone="outline" onClick={(event) => setMenu({ x: event.clientX, y: event.clientY })}>
        Menu
      </Button>
      <Show when={dialog()}>
        <Dialog
          title="A dialog"
          closeLabel="Close"
          onClose={() => setDialog(false)}
          footer={<Button tone="primary">Done</Button>}
        >
          <Tabs label="Pages" pages={pages} />
        </Dialog>
      </Show>
      <Show when={popover()}>
        {(anchor) => (
          <Popover title="A popover" anchor={anchor()} onClose={() => setPopover(null)}>
            <p>Beside its button.</p>
          </Popover>
        )}
      </Show>
      <Show when={menu()} keyed>
        {(place) => (
          <Menu x={place.x} y={place.y} onClose={() => setMenu(null)}>
            <MenuItem onSelect={nothing}>Sort ascending</MenuItem>
            <MenuItem onSelect={nothing} disabled={true}>
              Not now
            </MenuItem>
            <MenuLine />
            <MenuGroup label="Hidden">
              <MenuItem onSelect={nothing}>Mobile</MenuItem>
            </MenuGroup>
          </Menu>
        )}
      </Show>
    </Group>
  );
}

function KitPage() {
  const device = createDevice();
  showAppearance(device);
  const { preferences, prefer } = device;
  const named = <T extends string>(values: readonly T[]) => values.map((value) => ({ value, label: value }));
  return (
    <main class="kit-page">
      <h1>The kit</h1>
      <Segmented
        label="Theme"
        options={named(["system", ...THEMES] as const)}
        value={preferences().theme ?? "system"}
        onChange={(theme) => prefer({ theme: theme === "system" ? null : theme })}
      />
      <Segmented
        label="Density"
        options={named(DENSITIES)}
        value={preferences().density}
        onChange={(density) => prefer({ density })}
      />
      <Buttons />
      <Fields />
      <Words />
      <Floating />
    </main>
  );
}

const root = document.getElementById("app");
if (root !== null) render(() => <KitPage />, root);
