package dev.farminglabs.orm.autoconfigure.together;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** The same table as MyBatis's mapper. */
@Mapper
interface PersonMapper {

    @Insert("insert into \"users\" (\"id\", \"email\", \"name\") values (#{id}, #{id} || '@acme.org', #{name})")
    void insert(@Param("id") String id, @Param("name") String name);

    // what others write in the same transaction is past its cache
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    @Select("select \"name\" from \"users\" order by \"id\"")
    List<String> names();
}
