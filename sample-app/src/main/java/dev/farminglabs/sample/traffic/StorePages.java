package dev.farminglabs.sample.traffic;

import dev.farminglabs.orm.OrmClient;
import dev.farminglabs.sample.session.SignedIn;
import dev.farminglabs.sample.storage.ControlPlane;
import dev.farminglabs.sample.storage.FastState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class StorePages {

    private final OrmClient<ControlPlane> durable;
    private final OrmClient<FastState> fast;
    private final RecentRequests recent;

    StorePages(OrmClient<ControlPlane> durable, OrmClient<FastState> fast, RecentRequests recent) {
        this.durable = durable;
        this.fast = fast;
        this.recent = recent;
    }

    @GetMapping("/stores")
    String stores(@Nullable SignedIn user, Model page) {
        page.addAttribute("stores", List.of(StoreCard.of(durable), StoreCard.of(fast)));
        page.addAttribute("together", durable.capabilities().supportsTransactions());
        page.addAttribute("recent", recent.latest());
        return "stores";
    }
}
