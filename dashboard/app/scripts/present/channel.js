// The screen and the speaker's window tell each other where they are.
export function tellOthers(host) {
  const { step, part, parts, blank } = host;
  if (!host.data.speaker && !host.isGone) host.channel?.postMessage({ step, part, parts, blank, isScreen: true });
}

export function openChannel(host, follow) {
  const dashboard = new URL(".", location.href).pathname; // the same by any address that the wall was opened by
  host.channel = new BroadcastChannel(`dateline-present:${dashboard}:${host.data.id}`);
  host.channel.onmessage = ({ data }) => follow(data);
  if (host.data.speaker) host.channel.postMessage({ isThere: true });
  host.onGone = () => {
    host.isGone = true; // what the server sends until the window is closed is told to nobody
    if (!host.data.speaker) host.channel.postMessage({ isGone: true });
  };
  window.addEventListener("pagehide", host.onGone);
  window.addEventListener(
    "pageshow",
    (host.onShown = ({ persisted }) => {
      host.isGone = false;
      if (persisted) tellOthers(host);
    }),
  );
}
