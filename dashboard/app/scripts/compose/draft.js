// The draft: what was left unsaved in this browser, else what the file says; and what the server says of either.
const DRAFTS = "dateline-draft";
const PAUSE_MS = 500;

export const placeOf = (data) => `${DRAFTS}:${data.workspace}:${data.key}`;
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
export const isDirty = (host) => !same(host.fields, host.base) || host.id !== host.baseId;

export function changed(host) {
  host.number += 1;
  clearTimeout(host.timer);
  host.timer = setTimeout(() => report(host), PAUSE_MS);
  keep(host);
  host.say();
}

export function keep(host) {
  const { fields, id, opened, accepts } = host;
  if (isDirty(host) || accepts)
    localStorage.setItem(
      placeOf(host.data),
      JSON.stringify({ fields, id, opened, accepts, at: new Date().toISOString() }),
    );
  else localStorage.removeItem(placeOf(host.data));
}

function kept(data) {
  try {
    return JSON.parse(localStorage.getItem(placeOf(data)));
  } catch {
    return null; // nothing that this page wrote
  }
}

export const draftOf = (host) => ({
  key: host.data.key,
  id: host.id,
  fields: host.fields,
  opened: host.opened,
  number: host.number,
  accepts: host.accepts,
});

export function report(host) {
  clearTimeout(host.timer);
  host.tell(draftOf(host));
}

// Streamlit may mount the form anew at any run: what was written since the page was opened was not left.
const isOfEarlierVisit = (left) => Date.parse(left.at) < performance.timeOrigin;

// The draft of this file: what was left unsaved here, else what the file says.
export function begin(host, data) {
  const left = kept(data);
  host.touched.clear();
  host.wantsAll = false;
  Object.assign(host, {
    key: data.key,
    base: structuredClone(data.fields ?? {}),
    baseId: data.id,
    opened: data.opened,
    accepts: false,
    byFilter: null,
    conflict: false,
  });
  Object.assign(host, { fields: structuredClone(host.base), id: data.key === "+" ? "" : data.id, left: null });
  if (data.key === "+") host.baseId = "";
  if (left && !same(left.fields, data.fields)) {
    Object.assign(host, {
      fields: left.fields,
      id: left.id,
      opened: left.opened,
      accepts: Boolean(left.accepts),
      left: isOfEarlierVisit(left) ? left.at : null,
    });
    host.conflict = left.opened !== data.opened && "changed";
    host.number += 1;
    report(host);
  }
}

// What came from the server: another file, this one saved, this one changed by somebody else, or only a new look at it.
export function receive(host, data) {
  const before = host.data;
  host.data = data;
  const { saved } = data;
  const isSaved =
    saved && host.savedNumber !== `${saved.key} ${saved.number} ${saved.opened}` && before && saved.key === host.key;
  if (isSaved) {
    host.savedNumber = `${saved.key} ${saved.number} ${saved.opened}`;
    localStorage.removeItem(placeOf(before));
    const isLater = host.number !== saved.number;
    Object.assign(host, {
      key: data.key,
      base: structuredClone(data.fields ?? host.fields),
      baseId: data.id,
      opened: saved.opened,
      id: data.id,
      accepts: false,
      left: null,
      conflict: false,
    });
    if (!isLater) host.fields = structuredClone(host.base);
    keep(host);
    report(host);
    return true;
  }
  if (!before || host.key !== data.key) {
    begin(host, data);
    return true;
  }
  if (data.key === "+") return false;
  const isOther = data.opened !== host.opened;
  if (data.fields && !isDirty(host) && (isOther || !same(data.fields, host.base))) {
    begin(host, data);
    report(host);
    return true;
  }
  const conflict = isOther && (data.fields ? "changed" : data.opened ? "unreadable" : "gone");
  const isNew = host.conflict !== conflict; // what was changed may be as it was again
  host.conflict = conflict;
  return isNew;
}
