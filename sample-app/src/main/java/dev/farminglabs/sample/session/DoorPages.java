package dev.farminglabs.sample.session;

import dev.farminglabs.orm.error.OrmError;
import dev.farminglabs.sample.identity.Accounts;
import dev.farminglabs.sample.identity.NewAccount;
import dev.farminglabs.sample.identity.UserStore.Person;
import dev.farminglabs.sample.pages.FormProblems;
import dev.farminglabs.sample.session.SignIn.Claim;
import dev.farminglabs.sample.storage.ControlPlane;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The ways in and out. */
@Controller
class DoorPages {

    private final Accounts accounts;
    private final SignIn signIn;
    private final SessionStore sessions;

    DoorPages(Accounts accounts, SignIn signIn, SessionStore sessions) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @GetMapping("/sign-up")
    String signUp() {
        return "sign-up";
    }

    @PostMapping("/sign-up")
    String signUp(
            @Valid @ModelAttribute("form") NewAccount form,
            BindingResult result,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        FormProblems problems = FormProblems.of(result);
        if (problems.none()) {
            try {
                Person person = accounts.signUp(form);
                Tokens.set(request, response, signIn.as(person));
                return "redirect:/";
            } catch (DuplicateKeyException e) {
                if (OrmError.in(e)
                        .filter(error -> error.violates(ControlPlane.USER.email))
                        .isEmpty()) {
                    throw e;
                }
                problems.add("email", "There is an account with this address already.");
            }
        }
        return problems.show(page, response, "sign-up");
    }

    @GetMapping("/sign-in")
    String signIn() {
        return "sign-in";
    }

    @PostMapping("/sign-in")
    String signIn(
            @Valid @ModelAttribute("form") Claim form,
            BindingResult result,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        FormProblems problems = FormProblems.of(result);
        Optional<Token> token = problems.none() ? signIn.with(form) : Optional.empty();
        if (token.isPresent()) {
            Tokens.set(request, response, token.get());
            return "redirect:/";
        }
        if (problems.none()) {
            problems.add("password", "This is not the address and password of anybody here.");
        }
        return problems.show(page, response, "sign-in");
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        Tokens.of(request).ifPresent(sessions::end);
        Tokens.set(request, response, null);
        return "redirect:/";
    }
}
