// A step “Code by Zapier” (JavaScript) before the step that publishes.
// Input data: url, secret (whsec_…), text, platform. The next step asks that `publish` is true.
const crypto = require("crypto");

const body = JSON.stringify({ text: inputData.text, platform: inputData.platform || "" });
const id = "zap_" + crypto.randomBytes(12).toString("hex");
const time = Math.floor(Date.now() / 1000).toString();
const key = Buffer.from(inputData.secret.replace(/^whsec_/, ""), "base64");
const mac = crypto.createHmac("sha256", key).update(`${id}.${time}.${body}`).digest("base64");

const answer = await fetch(inputData.url.replace(/\/$/, "") + "/v1/webhook", {
  method: "POST",
  headers: {
    "content-type": "application/json",
    "webhook-id": id,
    "webhook-timestamp": time,
    "webhook-signature": "v1," + mac,
    "charter-deadline-ms": "4000",
  },
  body,
}).catch(() => null);

const told = answer ? await answer.json() : {};
output = {
  publish: answer !== null && answer.status === 200,
  status: answer ? answer.status : 0,
  verdict: told.verdict || "not checked",
  why: (told.findings || []).map((f) => `${f.message.en} ${f.instead.en}`).join("\n"),
};
