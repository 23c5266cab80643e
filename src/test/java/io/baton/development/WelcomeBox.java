package io.baton.development;

import java.io.PrintStream;
import java.time.Duration;

/** What is printed when the run command is ready: the addresses and the demo log-ins, in both languages. */
public final class WelcomeBox {

    private static final String LINE = "─".repeat(86);

    private final DevelopmentRun run;

    public WelcomeBox(DevelopmentRun run) {
        this.run = run;
    }

    public void print(PrintStream out, Duration took) {
        out.println(text(took));
    }

    String text(Duration took) {
        var url = run.url();
        var services = run.services();
        return """

                %s
                 Baton is ready after %d s · 已就绪

                 Agent desk    客服工作台   %s/desk/
                 Rota board    排班看板     %s/desk/rota
                 Tasklist      任务列表     %s/camunda/app/tasklist/default/
                 Cockpit       流程监控     %s/camunda/app/cockpit/default/
                 Chat widget   聊天窗口     %s/widget/demo.html?tenant=acme
                 Keycloak      用户管理     %s/admin/  (admin / %s)
                 PostgreSQL    数据库       %s
                 Redis         缓存         %s

                 DEMO log-ins, never for production · 演示账号，严禁用于生产
                 password of all · 统一密码: %s
                   acme    agents 客服        kf001 … kf024
                           managers 部门经理  ticketing.manager  aftersales.manager  vip.manager
                           others 其他        acme.admin  acme.auditor  acme.designer
                   globex  agents 客服        gx001 gx002 gx003
                           others 其他        globex.manager  globex.admin  globex.auditor  globex.designer

                 Stop · 停止: Ctrl-C      Start over · 清空重来: -Dspring-boot.run.arguments=--reset
                %s
                """.formatted(
                        LINE,
                        took.toSeconds(),
                        url,
                        url,
                        url,
                        url,
                        url,
                        services.keycloak().address(),
                        DemoSecrets.KEYCLOAK,
                        services.postgresql().address(),
                        services.redis().address(),
                        DemoSecrets.PERSON,
                        LINE);
    }
}
