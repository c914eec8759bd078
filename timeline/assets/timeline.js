// What the pages do beyond being read. Each of them is whole without it.
(function () {
  "use strict";

  // From a folder instead of a web server, an address that ends with a slash would list the folder.
  if (location.protocol === "file:") {
    var onward = function (link) {
      var address = new URL(link.href);
      if (address.protocol === "file:" && address.pathname.endsWith("/")) {
        address.pathname += "index.html";
        link.href = address.href;
      }
    };
    document.addEventListener("click", function (event) {
      var link = event.target.closest && event.target.closest("a[href]");
      if (link) onward(link);
    }, true);
    document.addEventListener("DOMContentLoaded", function () {
      var link = document.getElementById("onward");
      if (link) {
        onward(link);
        location.replace(link.href);
      }
    });
  }

  // A click on a permalink copies it, where the browser allows.
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a.permalink");
    if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    navigator.clipboard.writeText(link.href).then(function () {
      say("Link copied");
    }, function () { location.assign(link.href); });
  });

  // Where there are key events, the stream opens on them. Typing narrows all events to those that hold every word. What is hidden
  // hides its headings too; what is linked to is always shown. The address knows whether all are shown, so that Back leads back.
  var events = Array.prototype.slice.call(document.querySelectorAll("li.event"));
  var overview = document.querySelector(".md-content .overview");
  if (overview && events.length >= 5) {
    var plain = function (text) {
      return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
    };
    var number = function (of) { return of.toLocaleString("en"); };
    var texts = events.map(function (event) {
      var text = event.textContent;
      event.querySelectorAll(".permalink, .origin").forEach(function (link) { text = text.replace(link.textContent, ""); });
      return plain(text);
    });
    var sections = Array.prototype.slice.call(document.querySelectorAll(".timeline .month, .timeline .year"));
    var dots = Array.prototype.slice.call(overview.querySelectorAll("svg a"));
    var stream = overview.parentNode;
    var keys = events.filter(function (event) { return !event.classList.contains("event--minor"); });
    var choices = null;
    var box = document.createElement("div");
    box.className = "filter";
    var input = document.createElement("input");
    input.type = "search";
    input.placeholder = "Filter " + number(events.length) + (stream.querySelector(".names") ? " key" : "") + " events";
    input.setAttribute("aria-label", input.placeholder);
    input.setAttribute("autocomplete", "off");
    box.append(input);
    if (keys.length < events.length) {
      choices = document.createElement("fieldset");
      choices.className = "choices";
      choices.setAttribute("aria-label", "Events shown");
      [["key", "Key events", keys.length], ["all", "All events", events.length]].forEach(function (choice) {
        var label = document.createElement("label");
        var radio = document.createElement("input");
        var said = document.createElement("span");
        var many = document.createElement("span");
        radio.type = "radio";
        radio.name = "show";
        radio.value = choice[0];
        said.textContent = choice[1] + " ";
        many.className = "number";
        many.textContent = number(choice[2]);
        said.append(many);
        label.append(radio, said);
        choices.append(label);
      });
      choices.addEventListener("change", function (event) {
        var address = new URL(location.href);
        if (event.target.value === "all") address.searchParams.set("show", "all");
        else address.searchParams.delete("show");
        address.hash = "";
        history.pushState(null, "", address);
        input.value = "";
        narrow();
        status.textContent = event.target.value === "all" ? "All " + number(events.length) + " events are shown."
          : number(keys.length) + " key events of " + number(events.length) + " are shown.";
      });
      box.append(choices);
    }
    var status = document.createElement("span");
    status.setAttribute("role", "status");
    box.append(status);
    stream.querySelector(".year").before(box);

    var linked = function () {
      var id = location.hash.slice(1);
      try { id = decodeURIComponent(id); } catch (error) { /* as it stands */ }
      var target = id && document.getElementById(id);
      return target && stream.contains(target) ? target : null;
    };
    var narrow = function () {
      var words = plain(input.value).split(/\s+/).filter(Boolean);
      var all = !choices || new URL(location.href).searchParams.get("show") === "all";
      var target = linked();
      // An event is linked to by its title, a month or year by its heading: all of one that holds no key event.
      var around = target && target.closest("li.event, .month, .year");
      if (around && around.querySelector("li.event:not(.event--minor)")) around = target.closest("li.event");
      var left = 0;
      var shown = {};
      events.forEach(function (event, place) {
        var fits = words.length ? words.every(function (word) { return texts[place].indexOf(word) >= 0; })
          : all || !event.classList.contains("event--minor") || around && around.contains(event);
        event.hidden = !fits;
        if (fits) {
          left += 1;
          shown[event.querySelector("h3").id] = true;
        }
      });
      sections.forEach(function (section) { section.hidden = !section.querySelector("li.event:not([hidden])"); });
      dots.forEach(function (dot) { dot.classList.toggle("faint", !shown[dot.getAttribute("href").split("#")[1]]); });
      stream.classList.toggle("only-key", !all && !words.length);
      if (choices) choices.querySelector(all ? "[value=all]" : "[value=key]").checked = true;
      status.className = words.length ? "" : "heard";
      status.textContent = !words.length ? "" : left ? number(left) + " of " + number(events.length) : "No event holds these words.";
    };
    var follow = function () {
      var target = linked();
      var hidden = target && target.closest("[hidden]");
      if (hidden) input.value = "";
      narrow();
      if (hidden) target.scrollIntoView();
    };
    input.addEventListener("input", narrow);
    input.addEventListener("keydown", function (event) {
      event.stopPropagation(); // keys of the page's own search
      if (event.key === "Escape") { input.value = ""; narrow(); }
    });
    window.addEventListener("hashchange", follow);
    window.addEventListener("popstate", follow);
    narrow();
    if (choices && linked()) linked().scrollIntoView(); // what stood above it may have gone
  }

  var spoken;
  function say(words) {
    if (!spoken) {
      spoken = document.createElement("p");
      spoken.className = "spoken";
      spoken.setAttribute("role", "status");
      document.body.appendChild(spoken);
    }
    spoken.textContent = words;
    setTimeout(function () { spoken.textContent = ""; }, 3000);
  }

  // The search folds all hits on a page but the best; events are what is sought, so unfold them.
  var results = document.querySelector("[data-md-component=search-result]");
  if (results && window.MutationObserver) {
    new MutationObserver(function () {
      results.querySelectorAll("details.md-search-result__more:not([data-unfolded])").forEach(function (more) {
        more.setAttribute("data-unfolded", "");
        more.open = true;
      });
    }).observe(results, { childList: true, subtree: true });
  }
})();
